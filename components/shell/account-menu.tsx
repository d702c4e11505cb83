"use client";

import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { Avatar } from "@/components/ui/avatar";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { ShellView } from "./shell-view";

type AccountMenuProps = { user: ShellView["user"] };

async function signOut() {
  const nextAuth = await import("next-auth/react");
  await nextAuth.signOut({ callbackUrl: "/login" });
}

export function AccountMenu({ user }: AccountMenuProps) {
  const t = useTranslations("shell");
  const { theme, setTheme } = useTheme();
  const name = user.name || user.email;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="flex w-full min-w-0 items-center gap-2.5 rounded-control p-1 hover:bg-hover md:max-lg:justify-center">
        <Avatar name={name} />
        <span className="sr-only">{t("account")}</span>
        <span className="min-w-0 text-start md:max-lg:sr-only">
          <span className="block truncate font-medium text-base leading-5">{name}</span>
          {user.name && <span className="block truncate text-ink-faint text-xs leading-4">{user.email}</span>}
        </span>
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top" className="w-56">
        <DropdownMenuItem asChild>
          <Link href="/settings/profile">
            <UserRound aria-hidden />
            {t("profile")}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t("theme")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme ?? "system"} onValueChange={setTheme}>
          <DropdownMenuRadioItem value="system">{t("themeSystem")}</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="light">{t("themeLight")}</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="dark">{t("themeDark")}</DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={signOut}>
          <LogOut aria-hidden />
          {t("signOut")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
