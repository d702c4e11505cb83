"use client";

import { ErrorPanel, referenceOf } from "@/components/states/error-panel";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="gutters grid min-h-dvh place-items-center">
      <ErrorPanel reference={referenceOf(error)} onRetry={retry} />
    </main>
  );
}
