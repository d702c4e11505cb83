"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { places } from "./places";

const sequenceMs = 1200;

type ShellKeys = { onPalette: () => void; onHelp: () => void };

/** ⌘K or Ctrl+K anywhere; `?` and `g` + letter wherever nobody is typing. */
export function useShellKeys({ onPalette, onHelp }: ShellKeys) {
  const router = useRouter();
  useEffect(() => {
    let goPressedAt = Number.NEGATIVE_INFINITY;
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey) return;
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        onPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || isTyping(event.target)) return;
      if (event.key === "?") onHelp();
      const place = places.find((candidate) => candidate.key === event.key);
      if (place && event.timeStamp - goPressedAt < sequenceMs) router.push(place.href);
      goPressedAt = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [router, onPalette, onHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest("input, textarea, select, [role=dialog], [role=menu]") !== null)
  );
}
