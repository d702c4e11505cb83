"use client";

import { RotateCcw } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";

type PlayWhenSeenProps = { replay: string; className?: string; children: ReactNode };

/** Lets the animations below run once they are in sight (`data-playing`), and play again when asked. */
export function PlayWhenSeen({ replay, className, children }: PlayWhenSeenProps) {
  const [round, setRound] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = stage.current;
    if (!element || isPlaying) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setPlaying(true);
      },
      { threshold: 0.2 },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isPlaying]);
  return (
    <div ref={stage} data-playing={isPlaying || undefined} className={className}>
      <div key={round} className="contents">
        {children}
      </div>
      <button
        type="button"
        onClick={() => setRound(round + 1)}
        className="absolute end-3 bottom-3 z-10 inline-flex h-8 items-center gap-1.5 rounded-control bg-surface px-2.5 font-medium text-ink-soft text-sm shadow-[0_0_0_1px_var(--line)] hover:text-ink motion-reduce:hidden"
      >
        <RotateCcw aria-hidden className="size-3.5" />
        {replay}
      </button>
    </div>
  );
}
