import { cn } from "@/components/ui/cn";

/** The mark: a galley proof, its column of type with one line under the amber marker, between crop marks. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={cn("size-6 shrink-0", className)}>
      <path
        d="M5.5 1v2.5M1 5.5h2.5M18.5 1v2.5M23 5.5h-2.5M5.5 23v-2.5M1 18.5h2.5M18.5 23v-2.5M23 18.5h-2.5"
        stroke="currentColor"
        strokeOpacity="0.5"
      />
      <path d="M5.5 5.5h13v13h-13z" fill="var(--accent)" />
      <path d="M8 9h8M8 15.5h5" stroke="var(--on-accent)" strokeWidth="1.5" />
      <path d="M8 12.25h8" stroke="var(--mark)" strokeWidth="2.5" />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2", className)}>
      <LogoMark />
      <span className="headline text-lg leading-none">Galley</span>
    </span>
  );
}
