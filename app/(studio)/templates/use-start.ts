"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { startFromTemplateAction } from "./actions";

/** Begins a newsletter with a template and goes where it is written; one at a time. */
export function useStart(): { begin: (slug: string) => void; busySlug: string | null } {
  const router = useRouter();
  const [slug, setSlug] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  function begin(wanted: string) {
    setSlug(wanted);
    start(async () => {
      const begun = await startFromTemplateAction({ slug: wanted });
      if (begun.ok) router.push(begun.data.href);
      else toast.error(begun.message);
    });
  }
  return { begin, busySlug: isBusy ? slug : null };
}
