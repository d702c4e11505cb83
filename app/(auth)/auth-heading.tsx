import type { ReactNode } from "react";

export function AuthHeading({ title, sentence }: { title: ReactNode; sentence: ReactNode }) {
  return (
    <header className="mb-8 grid gap-2">
      <h1 className="headline text-2xl">{title}</h1>
      <p className="text-ink-soft text-md">{sentence}</p>
    </header>
  );
}
