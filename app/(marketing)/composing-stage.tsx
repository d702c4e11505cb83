import { MapPin, PenLine, RotateCcw } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { CSSProperties, ReactNode } from "react";
import { LogoMark } from "@/components/shell/logo";
import { cn } from "@/components/ui/cn";
import styles from "./composing-stage.module.css";
import { PlayWhenSeen } from "./play-when-seen";

/** Seconds at which each part comes in; the words of an answer follow one another from theirs. */
const at = {
  brief: 0.3,
  answer: 1.1,
  template: 2.4,
  kicker: 2.7,
  headline: 3.1,
  picture: 3.7,
  text: 4.4,
  facts: 5.1,
  button: 5.7,
  footer: 6.1,
  wrote: 6.4,
  change: 7.6,
  rewritten: 8.6,
  proposal: 9.8,
} as const;

const secondsAWord = 0.06;

/** A canvas being composed from a brief, changed by a second sentence, and proposed for sending. Told to screen readers in one caption. */
export async function ComposingStage() {
  const t = await getTranslations("marketing");
  return (
    <figure>
      <figcaption className="sr-only">{t("stage.caption")}</figcaption>
      <PlayWhenSeen
        replay={t("stage.replay")}
        className="relative overflow-hidden bg-surface shadow-[0_0_0_1px_var(--line)] md:rounded-panel"
      >
        <div aria-hidden className="grid md:grid-cols-[minmax(280px,5fr)_7fr]">
          <Conversation />
          <div className="flex justify-center border-t bg-surface-sunken px-8 py-10 md:border-s md:border-t-0 md:px-10 md:py-12">
            <SheetBeingSet />
          </div>
        </div>
      </PlayWhenSeen>
    </figure>
  );
}

async function Conversation() {
  const t = await getTranslations("marketing");
  return (
    <div className="flex flex-col gap-4 px-5 py-6 text-base md:px-7 md:py-9">
      <Turn at={at.brief}>{t("stage.brief")}</Turn>
      <p className="flex gap-2.5">
        <LogoMark className={cn("mt-px size-5", styles.part)} />
        <span>
          <Streamed text={t("stage.answer")} from={at.answer} />
        </span>
      </p>
      <div className="grid gap-1.5">
        <Receipt at={at.template}>{t("stage.template")}</Receipt>
        <Receipt at={at.wrote}>{t("stage.wrote")}</Receipt>
      </div>
      <Turn at={at.change}>{t("stage.change")}</Turn>
      <Receipt at={at.rewritten}>{t("stage.rewritten")}</Receipt>
      <div
        className={cn(styles.part, "mt-1 grid gap-3 rounded-panel p-4 shadow-[0_0_0_1px_var(--line)]")}
        style={when(at.proposal)}
      >
        <p className="font-medium">{t("stage.proposal")}</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          <dt className="text-ink-faint">{t("stage.audience")}</dt>
          <dd>{t("stage.audienceValue")}</dd>
          <dt className="text-ink-faint">{t("stage.excluded")}</dt>
          <dd>{t("stage.excludedValue")}</dd>
          <dt className="text-ink-faint">{t("stage.check")}</dt>
          <dd>{t("stage.checkValue")}</dd>
        </dl>
        <span className="flex h-9 w-fit items-center rounded-control bg-accent px-3.5 font-medium text-on-accent">
          {t("stage.send")}
        </span>
      </div>
    </div>
  );
}

async function SheetBeingSet() {
  const t = await getTranslations("marketing");
  return (
    <div className="paper crop-marks w-full max-w-[440px] self-start px-7 py-8 font-serif md:px-10 md:py-10">
      <p
        className={cn(
          styles.block,
          "font-sans font-semibold text-(--indigo-700) text-xs uppercase tracking-[0.08em]",
        )}
        style={when(at.kicker)}
      >
        {t("stage.kicker")}
      </p>
      <div className="mt-3 grid [&>*]:[grid-area:1/1]">
        <div className={styles.before} style={{ "--until": at.rewritten } as CSSProperties}>
          <p className={cn(styles.block, "headline text-xl md:text-2xl")} style={when(at.headline)}>
            {t("stage.headline")}
          </p>
        </div>
        <p className={cn(styles.block, "headline text-2xl md:text-3xl")} style={when(at.rewritten)}>
          {t("stage.headlineAfter")}
        </p>
      </div>
      <TypeCase word={t("stage.sorts")} />
      <p className={cn(styles.block, "mt-5 text-md leading-relaxed")} style={when(at.text)}>
        {t("stage.text")}
      </p>
      <ul className={cn(styles.block, "mt-4 grid gap-1 font-sans text-base")} style={when(at.facts)}>
        <li className="font-semibold">{t("stage.date")}</li>
        <li className="flex items-center gap-1.5">
          <MapPin className="size-4" />
          {t("stage.place")}
        </li>
      </ul>
      <p
        className={cn(
          styles.block,
          "mt-5 flex h-11 w-fit items-center bg-(--indigo-700) px-5 font-sans font-semibold text-(--indigo-50) text-base",
        )}
        style={when(at.button)}
      >
        {t("stage.button")}
      </p>
      <p
        className={cn(
          styles.block,
          "mt-7 border-t-(--indigo-100) border-t pt-4 font-sans text-(--indigo-900) text-xs leading-relaxed",
        )}
        style={when(at.footer)}
      >
        {t("stage.footer")} <span className="underline">{t("stage.unsubscribe")}</span>
      </p>
    </div>
  );
}

/** The picture: a line of sorts in the composing stick, one of them under the marker. */
function TypeCase({ word }: { word: string }) {
  const sorts = [...word].map((letter, position) => ({ letter, position }));
  return (
    <div
      className={cn(
        styles.block,
        "mt-5 flex justify-center gap-1.5 bg-(--indigo-950) px-4 py-7 md:gap-2 md:py-9",
      )}
      style={when(at.picture)}
    >
      {sorts.map(({ letter, position }) => (
        <span
          key={position}
          className={cn(
            "headline grid aspect-[3/4] w-9 place-items-center text-xl md:w-11 md:text-2xl",
            position === 2 ? "bg-(--amber-400) text-(--indigo-950)" : "bg-(--indigo-50) text-(--indigo-900)",
          )}
        >
          {letter}
        </span>
      ))}
    </div>
  );
}

function Turn({ at: second, children }: { at: number; children: ReactNode }) {
  return (
    <p
      className={cn(styles.part, "ms-8 w-fit self-end rounded-panel bg-accent-soft px-3.5 py-2.5")}
      style={when(second)}
    >
      {children}
    </p>
  );
}

function Receipt({ at: second, children }: { at: number; children: ReactNode }) {
  return (
    <p className={cn(styles.part, "flex items-center gap-2 text-ink-soft text-sm")} style={when(second)}>
      <PenLine className="size-3.5 shrink-0 text-ink-faint" />
      {children}
      <RotateCcw className="size-3.5 shrink-0 text-ink-faint" />
    </p>
  );
}

function Streamed({ text, from }: { text: string; from: number }) {
  const words = text.split(" ").map((word, position) => ({ word, second: from + position * secondsAWord }));
  return words.map(({ word, second }) => (
    <span key={second} className={styles.word} style={when(second)}>
      {word}{" "}
    </span>
  ));
}

function when(second: number): CSSProperties {
  return { "--at": second } as CSSProperties;
}
