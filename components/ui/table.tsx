import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A region that scrolls must be reachable by keyboard. */
const scroller = { role: "group", tabIndex: 0 };

/** A dense table inside its own scroller, so that a wide one never widens the page. Name it by `aria-label` or a caption. */
export function Table({ className, ...props }: ComponentProps<"table">) {
  return (
    <div {...scroller} className="relative w-full overflow-x-auto focus-visible:-outline-offset-2">
      <table className={cn("w-full border-collapse text-base", className)} {...props} />
    </div>
  );
}

export function TableHead({ className, ...props }: ComponentProps<"thead">) {
  return (
    <thead className={cn("sticky top-0 z-10 bg-surface text-ink-faint text-sm", className)} {...props} />
  );
}

export function TableBody(props: ComponentProps<"tbody">) {
  return <tbody {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      className={cn(
        "border-b transition-colors hover:bg-hover data-[selected=true]:bg-accent-soft",
        className,
      )}
      {...props}
    />
  );
}

export function TableHeader({ className, scope = "col", ...props }: ComponentProps<"th">) {
  return (
    <th
      scope={scope}
      className={cn("h-9 whitespace-nowrap px-3 text-start font-medium first:ps-4 last:pe-4", className)}
      {...props}
    />
  );
}

/** `isNumber` right-aligns; figures are tabular everywhere in a table. */
export function TableCell({ className, isNumber, ...props }: ComponentProps<"td"> & { isNumber?: boolean }) {
  return (
    <td
      className={cn("h-11 px-3 align-middle first:ps-4 last:pe-4", isNumber && "text-end", className)}
      {...props}
    />
  );
}

export function TableCaption({ className, ...props }: ComponentProps<"caption">) {
  return <caption className={cn("caption-bottom px-4 py-3 text-ink-faint text-sm", className)} {...props} />;
}
