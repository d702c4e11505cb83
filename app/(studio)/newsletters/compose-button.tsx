import { Plus } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** The way to a new newsletter: by conversation, or by a template where there is no chat. */
export function ComposeButton({ children }: { children: ReactNode }) {
  return (
    <Button asChild variant="primary">
      <Link href={FEATURE_CHAT ? "/chat" : "/templates"}>
        <Plus aria-hidden />
        {children}
      </Link>
    </Button>
  );
}
