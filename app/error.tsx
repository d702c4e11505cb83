"use client";

import { ErrorPanel } from "@/components/states/error-panel";

export default function RootError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="gutters grid min-h-dvh place-items-center">
      <ErrorPanel reference={error.digest} onRetry={reset} />
    </main>
  );
}
