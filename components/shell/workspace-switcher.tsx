"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { ShellView } from "./shell-view";

type WorkspaceSwitcherProps = {
  workspace: ShellView["workspace"];
  workspaces: ShellView["workspaces"];
  onSwitch: (workspaceId: string) => void;
};

/** The workspace that is being worked in; with more than one, a menu to change it. */
export function WorkspaceSwitcher({ workspace, workspaces, onSwitch }: WorkspaceSwitcherProps) {
  const t = useTranslations("shell");
  const face = (
    <>
      <Avatar name={workspace.name} shape="square" size="normal" />
      <span className="min-w-0 grow text-start md:max-lg:sr-only">
        <span className="block truncate font-semibold text-base leading-5">{workspace.name}</span>
        <span className="block truncate text-ink-faint text-xs leading-4">
          {workspace.isTrial
            ? t("planTrial", { plan: planName(t, workspace.plan) })
            : planName(t, workspace.plan)}
        </span>
      </span>
    </>
  );
  if (workspaces.length < 2) {
    return <div className="flex items-center gap-2.5 p-1 md:max-lg:justify-center">{face}</div>;
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="flex w-full items-center gap-2.5 rounded-control p-1 hover:bg-hover md:max-lg:justify-center">
        {face}
        <span className="sr-only">{t("switchWorkspace")}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint md:max-lg:hidden" />
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>{t("workspace")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={workspace.id} onValueChange={onSwitch}>
          {workspaces.map((other) => (
            <DropdownMenuRadioItem key={other.id} value={other.id}>
              <span className="truncate">{other.name}</span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function planName(
  t: ReturnType<typeof useTranslations<"shell">>,
  plan: ShellView["workspace"]["plan"],
): string {
  if (plan === "business") return t("planBusiness");
  return plan === "pro" ? t("planPro") : t("planFree");
}
