"use client";

import type { Editor } from "@tiptap/core";
import { Bold, Italic, Link as LinkIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";
import { safeUrl } from "@/lib/content/sanitize-url";

/** Bold, italic, link; stands above the words that are being changed. */
export function FormatBar({ editor }: { editor: Editor }) {
  const t = useTranslations("chat");
  const [, redraw] = useState(0);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const draw = () => redraw((count) => count + 1);
    editor.on("transaction", draw);
    return () => {
      editor.off("transaction", draw);
    };
  }, [editor]);

  function openLink() {
    const href: unknown = editor.getAttributes("link").href;
    setAddress(typeof href === "string" ? href : "https://");
  }
  function applyLink() {
    const href = safeUrl(address ?? "");
    const chain = editor.chain().focus().extendMarkRange("link");
    if (href) chain.setLink({ href }).run();
    else chain.unsetLink().run();
    setAddress(null);
  }
  function onAddressKey(event: KeyboardEvent) {
    if (event.key === "Enter") {
      event.preventDefault();
      applyLink();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      setAddress(null);
      editor.commands.focus();
    }
  }
  return (
    <span
      role="toolbar"
      aria-label={t("editText")}
      className="absolute start-0 bottom-[calc(100%+10px)] z-20 inline-flex items-center gap-0.5 rounded-control bg-surface-raised p-0.5 font-normal font-sans text-base text-ink tracking-normal shadow-raised"
    >
      {address === null ? (
        <>
          <Tool
            label={t("bold")}
            isOn={editor.isActive("bold")}
            onPress={() => editor.chain().focus().toggleBold().run()}
          >
            <Bold aria-hidden className="size-4" />
          </Tool>
          <Tool
            label={t("italic")}
            isOn={editor.isActive("italic")}
            onPress={() => editor.chain().focus().toggleItalic().run()}
          >
            <Italic aria-hidden className="size-4" />
          </Tool>
          <Tool label={t("link")} isOn={editor.isActive("link")} onPress={openLink}>
            <LinkIcon aria-hidden className="size-4" />
          </Tool>
        </>
      ) : (
        <>
          <input
            // biome-ignore lint/a11y/noAutofocus: opened by the person to type an address
            autoFocus
            type="url"
            value={address}
            aria-label={t("linkAddress")}
            onChange={(event) => setAddress(event.target.value)}
            onKeyDown={onAddressKey}
            className="h-8 w-56 rounded-sm bg-surface px-2 text-sm outline-none"
          />
          <button
            type="button"
            onClick={applyLink}
            className="h-8 rounded-sm px-2 font-medium text-accent text-sm hover:bg-hover"
          >
            {safeUrl(address) ? t("linkApply") : t("linkRemove")}
          </button>
        </>
      )}
    </span>
  );
}

type ToolProps = { label: string; isOn: boolean; onPress: () => void; children: ReactNode };

function Tool({ label, isOn, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      // The selection in the words must survive the press.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={cn(
        "grid size-8 place-items-center rounded-sm hover:bg-hover touch:size-11",
        isOn && "bg-accent-soft text-accent-strong",
      )}
    >
      {children}
    </button>
  );
}
