"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import { Paper } from "@/components/ui/paper";
import { Skeleton } from "@/components/ui/skeleton";

type MailFrameProps = {
  /** Address of the rendered mail, on our own origin. */
  address: string;
  /** What the frame holds, for screen readers. */
  title: string;
  /** Of the mail program's window, in pixels; on a narrower screen the whole is shown smaller. */
  width: number;
  isDraft: boolean;
};

/** Scripts never run in it, and its links open elsewhere; being of our origin, its height can be read. */
const sandbox = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";
const heightUntilKnown = 640;

/** A rendered mail in a window of the given width, as tall as its content. */
export function MailFrame({ address, title, width, isDraft }: MailFrameProps) {
  const t = useTranslations("newsletters.preview");
  const words = useTranslations("words");
  const [holder, room] = useRoom();
  const [attempt, setAttempt] = useState(0);
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  const { height, state } = useLoadedHeight(frame);
  const scale = room === null ? 1 : Math.min(1, room / width);
  const box: CSSProperties = { width: width * scale, height: height * scale };
  return (
    <div className="p-4">
      <div ref={holder} className="w-full">
        {state === "fault" ? (
          <Notice
            tone="bad"
            action={
              <Button size="small" onClick={() => setAttempt(attempt + 1)}>
                {words("retry")}
              </Button>
            }
          >
            {t("fault")}
          </Notice>
        ) : null}
        <Paper isDraft={isDraft} className="mx-auto" style={state === "fault" ? { display: "none" } : box}>
          <div className="relative size-full overflow-hidden">
            {state === "loading" && <MailShape />}
            {room !== null && (
              <iframe
                // A new element for a new address: a frame that is led elsewhere leaves a step in the browser's history.
                key={`${address} ${attempt}`}
                ref={setFrame}
                src={address}
                title={title}
                sandbox={sandbox}
                style={{ width, height, transform: `scale(${scale})` }}
                className={cn(
                  "relative origin-top-left border-0 transition-opacity duration-200",
                  state === "loading" && "opacity-0",
                )}
              />
            )}
          </div>
        </Paper>
      </div>
    </div>
  );
}

/** Roughly what a mail is made of, while it is on its way. */
function MailShape() {
  return (
    <div aria-hidden className="absolute inset-0 grid content-start gap-4 p-[9%]">
      {["h-5 w-1/3", "mt-2 aspect-[2/1] h-auto w-full", "mt-3 h-7 w-3/4", "w-full", "w-11/12", "w-4/5"].map(
        (shape) => (
          <Skeleton key={shape} className={shape} />
        ),
      )}
    </div>
  );
}

/** The width there is, followed as it changes; null before the first look. */
function useRoom() {
  const holder = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number | null>(null);
  useEffect(() => {
    if (!holder.current) return;
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? null));
    observer.observe(holder.current);
    return () => observer.disconnect();
  }, []);
  return [holder, room] as const;
}

function useLoadedHeight(frame: HTMLIFrameElement | null) {
  const [height, setHeight] = useState(heightUntilKnown);
  const [state, setState] = useState<"loading" | "shown" | "fault">("loading");
  useEffect(() => {
    if (!frame) return;
    setState("loading");
    let observer: ResizeObserver | undefined;
    const onLoad = () => {
      const mail = frame.contentDocument;
      if (mail?.contentType !== "text/html") return setState("fault");
      setState("shown");
      observer = new ResizeObserver(() => setHeight(Math.ceil(mail.body.offsetHeight)));
      observer.observe(mail.body);
    };
    frame.addEventListener("load", onLoad);
    return () => {
      frame.removeEventListener("load", onLoad);
      observer?.disconnect();
    };
  }, [frame]);
  return { height, state };
}
