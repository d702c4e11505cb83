import { useTranslations } from "next-intl";

type Values = Record<string, string | number>;
type Texts = { (key: string, values?: Values): string; has(key: string): boolean };

/** Words for a code that comes as data; one that has none says itself. */
export function useSay(
  group: "findings" | "exclusion" | "failure",
): (code: string, values?: Values) => string {
  const t = useTranslations("campaigns") as unknown as Texts;
  return (code, values) =>
    t.has(`${group}.${code}`)
      ? t(`${group}.${code}`, values)
      : t(`${group}.other`, { code, reason: code, ...values });
}
