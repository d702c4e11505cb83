"use client";

import { type ComponentProps, useRef, useState } from "react";
import { cn } from "./cn";

type CodeInputProps = Omit<ComponentProps<"input">, "value" | "defaultValue" | "onChange" | "type"> & {
  length?: number;
  /** Called with the whole code once every digit is there: by typing, paste, or the telephone's suggestion. */
  onComplete?: (code: string) => void;
  onCodeChange?: (code: string) => void;
};

/**
 * One input drawn as boxes: paste, autofill from a message (`one-time-code`), screen readers and password managers see a
 * plain text field. Anything that is no digit is dropped, so that "123 456" and "Code: 123456" paste well.
 */
export function CodeInput({
  length = 6,
  onComplete,
  onCodeChange,
  className,
  disabled,
  ...props
}: CodeInputProps) {
  const [code, setCode] = useState("");
  const [isFocused, setFocused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const completed = useRef("");

  function change(raw: string) {
    const digits = raw.replace(/\D/gu, "").slice(0, length);
    setCode(digits);
    onCodeChange?.(digits);
    if (digits.length < length) completed.current = "";
    if (digits.length === length && completed.current !== digits) {
      completed.current = digits;
      onComplete?.(digits);
    }
  }

  return (
    <div className={cn("relative w-fit", className)}>
      <input
        ref={input}
        {...props}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern={`\\d{${length}}`}
        value={code}
        disabled={disabled}
        onChange={(event) => change(event.currentTarget.value)}
        onPaste={(event) => {
          event.preventDefault();
          change(event.clipboardData.getData("text"));
        }}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        className="absolute inset-0 z-10 w-full cursor-text opacity-0"
      />
      <div aria-hidden className="flex gap-2">
        {Array.from({ length }, (_, position) => position).map((position) => {
          const isHere = isFocused && position === Math.min(code.length, length - 1);
          return (
            <span
              key={position}
              className={cn(
                "grid h-13 w-10 place-items-center rounded-control bg-surface font-mono text-xl shadow-[inset_0_0_0_1px_var(--line-strong)] sm:w-11",
                position === length / 2 && "ms-2",
                isHere && "outline-2 outline-ring outline-offset-2",
                props["aria-invalid"] && "shadow-[inset_0_0_0_1px_var(--bad)]",
                disabled && "opacity-55",
              )}
            >
              {code[position] ?? (isHere ? <span className="h-6 w-px animate-caret bg-ink" /> : "")}
            </span>
          );
        })}
      </div>
    </div>
  );
}
