import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/*
 * Drawings in one line for empty and broken states: type, paper, proof marks. One amber stroke each, never
 * the only bearer of a meaning.
 */
type DrawingProps = Omit<ComponentProps<"svg">, "children">;

function Drawing({ className, children, ...props }: DrawingProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 120 88"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cn("h-22 w-30", className)}
      {...props}
    >
      {children}
    </svg>
  );
}

function Marker({ d }: { d: string }) {
  return <path d={d} stroke="var(--mark)" strokeWidth="4" strokeLinecap="butt" />;
}

/** A sheet between its crop marks, nothing on it yet. */
export function EmptyPaperDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path d="M34 4v8M24 14h8M86 4v8M96 14h-8M34 84v-8M24 74h8M86 84v-8M96 74h-8" opacity="0.6" />
      <path d="M36 14h48v60H36z" fill="var(--surface)" />
      <Marker d="M44 26h18" />
      <path d="M44 36h32M44 44h32M44 52h20" opacity="0.55" strokeDasharray="3 4" />
    </Drawing>
  );
}

/** A proof torn across, its two halves still there. */
export function TornPaperDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path d="M36 36V10h48v22l-8 5-8-6-8 6-8-6-8 6z" fill="var(--surface)" />
      <path d="M36 50v28h48V46l-8 5-8-6-8 6-8-6-8 6z" fill="var(--surface)" />
      <path d="M44 20h30M44 62h32M44 69h18" opacity="0.55" />
      <Marker d="M44 27h14" />
    </Drawing>
  );
}

/** A speech of type: a conversation that has not begun. */
export function ConversationDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path d="M14 16h52v28H34l-10 9v-9H14z" fill="var(--surface)" />
      <path d="M22 26h34M22 34h22" opacity="0.55" />
      <path d="M58 36h48v38H58z" fill="var(--surface)" />
      <Marker d="M66 48h20" />
      <path d="M66 57h32M66 64h26" opacity="0.55" />
    </Drawing>
  );
}

/** Cards in a drawer, one pulled up: contacts. */
export function CardIndexDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path d="M30 44V26h60v18M36 26v-8h48v8" fill="var(--surface)" />
      <path d="M46 18V6h40v30" fill="var(--surface)" />
      <Marker d="M53 14h16" />
      <path d="M53 22h26M53 28h18" opacity="0.55" />
      <path d="M20 40h80v38H20z" fill="var(--surface)" />
      <path d="M52 54h16v8H52z" opacity="0.7" />
    </Drawing>
  );
}

/** Envelopes leaving a tray, one after the other: campaigns. */
export function OutgoingDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path d="M12 40h36v26H12zM12 40l18 14 18-14" fill="var(--surface)" />
      <path d="M64 22h36v26H64zM64 22l18 14 18-14" fill="var(--surface)" />
      <Marker d="M52 50h9" />
      <path d="M52 40h6M52 60h24M104 34h10M104 42h6" opacity="0.55" />
      <path d="M8 78h104" />
    </Drawing>
  );
}

/** A line that has not moved yet: activity. */
export function QuietLineDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path d="M14 70h92" />
      <path d="M14 56h92M14 42h92M14 28h92" opacity="0.3" strokeDasharray="2 5" />
      <path d="M14 70h30c8 0 8-4 14-4s6 4 14 4h34" />
      <Marker d="M54 66h8" />
    </Drawing>
  );
}

/** Keys on a ring: API keys. */
export function KeyDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <circle cx="40" cy="44" r="18" fill="var(--surface)" />
      <circle cx="40" cy="44" r="7" />
      <path d="M58 44h44M86 44v12M98 44v9" />
      <Marker d="M64 38h14" />
    </Drawing>
  );
}

/** A lens over lines: nothing was found. */
export function NothingFoundDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path d="M22 20h46M22 32h30M22 44h24M22 56h30M22 68h46" opacity="0.45" />
      <circle cx="72" cy="40" r="18" fill="var(--surface)" />
      <path d="M85 53l16 17" strokeWidth="2.5" />
      <Marker d="M64 40h16" />
    </Drawing>
  );
}
