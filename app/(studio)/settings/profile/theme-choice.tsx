"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Segmented } from "@/components/ui/segmented";

const never = () => () => undefined;

/** The theme is kept in the browser, so the choice shows once the browser has told it. */
export function ThemeChoice() {
  const t = useTranslations("shell");
  const { theme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Segmented
      label={t("theme")}
      value={(isInBrowser && theme) || "system"}
      onValueChange={setTheme}
      options={[
        { value: "system", label: t("themeSystem") },
        { value: "light", label: t("themeLight") },
        { value: "dark", label: t("themeDark") },
      ]}
    />
  );
}
