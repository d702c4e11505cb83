"use client";

import { AlignLeft, Monitor, Moon, Smartphone, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Segmented } from "@/components/ui/segmented";
import { MailFrame } from "./mail-frame";

type View = "desktop" | "phone" | "text";
type Scheme = "light" | "dark";

type NewsletterPreviewProps = {
  /** Address of the rendered mail on our own origin; it takes `scheme=light|dark`. */
  address: string;
  /** What is shown, for screen readers. */
  title: string;
  /** The plain-text part; left out where only the looks matter. */
  text?: string;
  isDraft?: boolean;
  className?: string;
};

/** Windows of mail programs, in pixels. */
const widths = { desktop: 640, phone: 360 };
const narrowScreen = "(width < 720px)";

/** A rendered newsletter as it would arrive: wide or on a telephone, light or dark, or as plain text. */
export function NewsletterPreview({
  address,
  title,
  text,
  isDraft = false,
  className,
}: NewsletterPreviewProps) {
  const t = useTranslations("newsletters.preview");
  const [view, setView] = useState<View>("desktop");
  const [scheme, setScheme] = useState<Scheme>("light");
  useEffect(() => {
    if (window.matchMedia(narrowScreen).matches) setView("phone");
  }, []);
  return (
    <div className={cn("grid grid-cols-1 content-start gap-1", className)}>
      <div className="flex flex-wrap items-center justify-center gap-2">
        <Segmented
          label={t("device")}
          value={view}
          onValueChange={setView}
          options={[
            { value: "desktop", label: choice(<Monitor aria-hidden />, t("desktop")), name: t("desktop") },
            { value: "phone", label: choice(<Smartphone aria-hidden />, t("phone")), name: t("phone") },
            ...(text === undefined
              ? []
              : [
                  {
                    value: "text" as const,
                    label: choice(<AlignLeft aria-hidden />, t("text")),
                    name: t("text"),
                  },
                ]),
          ]}
        />
        {view !== "text" && (
          <Segmented
            label={t("scheme")}
            value={scheme}
            onValueChange={setScheme}
            options={[
              { value: "light", label: <Sun aria-hidden />, name: t("light") },
              { value: "dark", label: <Moon aria-hidden />, name: t("dark") },
            ]}
          />
        )}
      </div>
      {view === "text" ? (
        <PlainText text={text ?? ""} isDraft={isDraft} label={t("textFrame")} />
      ) : (
        <MailFrame
          address={`${address}${address.includes("?") ? "&" : "?"}scheme=${scheme}`}
          title={title}
          width={widths[view]}
          isDraft={isDraft}
        />
      )}
    </div>
  );
}

function choice(icon: React.ReactNode, words: string) {
  return (
    <>
      {icon}
      <span className="hidden sm:inline">{words}</span>
    </>
  );
}

function PlainText({ text, isDraft, label }: { text: string; isDraft: boolean; label: string }) {
  return (
    <div className="p-4">
      <section
        aria-label={label}
        className={cn("paper mx-auto max-w-[640px] px-6 py-8 md:px-10", isDraft && "crop-marks")}
      >
        <pre className="whitespace-pre-wrap break-words font-mono text-sm">{text}</pre>
      </section>
    </div>
  );
}
