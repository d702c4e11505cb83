"use client";

import { ErrorPanel, referenceOf } from "@/components/states/error-panel";

export default function StudioError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <div className="grid grow place-items-center">
      <ErrorPanel reference={referenceOf(error)} onRetry={retry} homeHref="/chat" />
    </div>
  );
}
