import type { Audience } from "@/lib/composer/composer-schema";

export type Outcome = { ok: true } | { ok: false; code: string; message: string };

/** What can be done from inside a conversation. */
export type ChatActions = {
  /** Takes saves back, the newest first. */
  undo: (versions: number[]) => void;
  takeSubject: (subject: string) => void;
  chooseAudience: (audience: Audience) => Promise<number | null>;
  confirm: (proposalId: string) => Promise<Outcome>;
  proposeAgain: () => void;
  confirmed: () => void;
};
