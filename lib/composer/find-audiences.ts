import type { Viewer } from "@/lib/accounts/viewer";
import { countAudience } from "@/lib/contacts/count-audience";
import { listLists } from "@/lib/contacts/list-lists";
import { withStep } from "./internal/with-step";

export type AudienceChoices = {
  everyone: number;
  lists: { id: string; name: string; contacts: number }[];
};

/** The lists to choose from; with `search`, those whose name holds it. Throws `conflict` while there is no draft. */
export async function findAudiences(
  viewer: Viewer,
  input: { threadId: string; search?: string | undefined },
): Promise<AudienceChoices> {
  return withStep(viewer, input.threadId, "look_for_audience", async () => {
    const [lists, everyone] = await Promise.all([listLists(viewer), countAudience(viewer, { all: true })]);
    const wanted = fold(input.search ?? "");
    return {
      result: {
        everyone: everyone.sendable,
        lists: lists
          .filter((list) => fold(list.name).includes(wanted))
          .slice(0, 100)
          .map(({ id, name, contacts }) => ({ id, name, contacts })),
      },
    };
  });
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
