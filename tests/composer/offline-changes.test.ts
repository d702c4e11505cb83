import { beforeEach, describe, expect, it } from "vitest";
import { shownText } from "@/lib/composer/offline/compose";
import { extractFacts } from "@/lib/composer/offline/facts";
import { readIntent } from "@/lib/composer/offline/read-intent";
import {
  type BlockOf,
  type BlockType,
  type NewsletterDocument,
  parseDocument,
} from "@/lib/content/document-schema";
import { plainText } from "@/lib/content/inline-schema";
import { type Desk, newDesk, tell } from "./offline-desk";

const brief =
  "Invite our members to the Harbour Lights concert on Friday, 14 November 2026 at 19:30 in Hall Nine. Tickets cost £18. The choir sings twelve songs. Doors open early. Book at https://lights.example/tickets";

let desk: Desk;
const paper = (): NewsletterDocument => parseDocument(desk.document);
const shown = () => shownText(paper());
const all = <T extends BlockType>(type: T) =>
  paper().blocks.filter((block): block is BlockOf<T> => block.type === type);
const headline = () => plainText(all("heading")[0]?.content ?? []);
const order = () => paper().blocks.map((block) => block.type);

beforeEach(async () => {
  desk = await tell(newDesk(), brief);
});

describe("changes in plain words", () => {
  it.each([
    ["make the headline Lights on the water", "Lights on the water"],
    ["Change the title to “Twelve songs”", "Twelve songs"],
    ["headline: A night by the sea", "A night by the sea"],
    ["The headline should be Come and listen", "Come and listen"],
    ["muda o título para Luzes no porto", "Luzes no porto"],
    ["Mude a manchete para Doze canções", "Doze canções"],
  ])("%s", async (words, expected) => {
    await tell(desk, words);
    expect(headline()).toBe(expected);
    expect(shown()).toContain("14 november 2026");
  });

  it.each([
    ["set the subject to Last seats", "Last seats"],
    ["Assunto: Últimos lugares", "Últimos lugares"],
  ])("%s", async (words, expected) => {
    await tell(desk, words);
    expect(paper().meta.subject).toBe(expected);
  });

  it.each([
    ["change the button to Get tickets", "Get tickets", "https://lights.example/tickets"],
    [
      "Make the button say Come along and link it to https://lights.example/new",
      "Come along",
      "https://lights.example/new",
    ],
    ["mude o botão para Comprar", "Comprar", "https://lights.example/tickets"],
  ])("%s", async (words, label, href) => {
    await tell(desk, words);
    expect(all("button")).toMatchObject([{ label, href }]);
  });

  it("adds a button with an address, and asks for one when it is missing", async () => {
    await tell(desk, 'Add a button "See the programme" to https://lights.example/programme');
    expect(all("button").at(-1)).toMatchObject({
      label: "See the programme",
      href: "https://lights.example/programme",
    });
    await tell(desk, "remove the button");
    await tell(desk, "remove the button");
    expect(all("button")).toHaveLength(0);
    await tell(desk, "add a button");
    expect(all("button")).toHaveLength(0);
    expect(desk.said).toContain("https://");
  });

  it("never links to an unsafe address", async () => {
    await tell(desk, "add a button Click to javascript:alert(1)");
    expect(JSON.stringify(paper())).not.toContain("javascript:");
  });

  it("removes and moves what is named", async () => {
    await tell(desk, "remove the picture");
    expect(order()).not.toContain("image");
    await tell(desk, "move the button up");
    const at = order().indexOf("button");
    await tell(desk, "move the button to the top");
    expect(order().indexOf("button")).toBeLessThan(at);
    await tell(desk, "mova o botão para baixo");
    expect(order().indexOf("button")).toBe(2);
    await tell(desk, "remove the quote");
    expect(desk.said).toMatch(/no quote/);
  });

  it("gets shorter without losing a fact, and says when nothing more can go", async () => {
    const facts = extractFacts(brief).filter((fact) =>
      ["date", "time", "price", "url", "place"].includes(fact.kind),
    );
    for (let pass = 0; pass < 5; pass += 1) await tell(desk, pass % 2 ? "ainda mais curto" : "shorter");
    await tell(desk, "make it shorter");
    expect(desk.said).toMatch(/carries something you told me/);
    for (const fact of facts) expect(shown()).toContain(fact.text.toLowerCase());
  });

  it("gets longer only by lines that hold for any issue, and says so", async () => {
    const numbers = shown().match(/\d+/g);
    await tell(desk, "make it longer");
    expect(desk.said).toMatch(/don't make any up/);
    expect(shown().match(/\d+/g)).toEqual(numbers);
  });

  it("changes a fact in the panel and wherever else it stands", async () => {
    await tell(desk, "the time is 20:00");
    expect(shown()).toContain("20:00");
    expect(shown()).not.toContain("19:30");
    await tell(desk, "o preço é £20");
    expect(all("event")[0]?.facts.find((fact) => fact.kind === "price")?.value).toBe("£20");
  });

  it("replaces words, and says when they are not there", async () => {
    await tell(desk, "replace twelve songs with fourteen songs");
    expect(shown()).toContain("fourteen songs");
    await tell(desk, 'troque "fourteen songs" por "quinze canções"');
    expect(shown()).toContain("quinze canções");
    await tell(desk, "replace the elephants with whales");
    expect(desk.calls).toEqual([]);
  });

  it("adds a paragraph, a list and a quote in the person's words", async () => {
    await tell(desk, "add a paragraph saying the bar opens at 18:45");
    expect(shown()).toContain("the bar opens at 18:45.");
    await tell(desk, "add:\n- programme\n- cushions");
    expect(all("list").at(-1)?.items.map(plainText)).toEqual(["programme", "cushions"]);
    await tell(desk, "add a quote “The best night of the year” by Ruth Adeyemi");
    expect(all("quote")[0]).toMatchObject({ attribution: "Ruth Adeyemi" });
  });

  it("puts every word on another template and keeps them all", async () => {
    const before = shown()
      .split("\n")
      .filter((line) => line.length > 8 && !line.includes("/templates/"));
    const theme = paper().meta.theme;
    await tell(desk, "another template");
    expect(paper().meta.theme).not.toEqual(theme);
    await tell(desk, "use the plain letter");
    expect(paper().meta.theme.palette).toBe("forest");
    await tell(desk, "usa o modelo evento");
    const pictures = /rows of seats/;
    for (const line of before) if (!pictures.test(line)) expect(shown()).toContain(line);
  });

  it("switches fixed words to Portuguese and back, and says what it cannot translate", async () => {
    await tell(desk, "in Portuguese please");
    expect(paper().meta.language).toBe("pt");
    expect(shown()).toContain("convite");
    expect(shown()).toContain("harbour lights concert");
    expect(desk.said).toMatch(/Não sei traduzir/);
    await tell(desk, "em inglês");
    expect(shown()).toContain("invitation");
    await tell(desk, "translate it into French");
    expect(desk.said).toMatch(/only English and Portuguese/);
  });

  it("offers subject lines made of the person's words", async () => {
    await tell(desk, "suggest some subject lines");
    expect(desk.calls).toEqual(["suggestSubjects"]);
  });

  it("says what it is, once unasked and whenever asked", async () => {
    expect(desk.said).toMatch(/not a language model/);
    await tell(desk, "shorter");
    expect(desk.said).not.toMatch(/language model/);
    for (const question of ["are you an AI?", "who are you", "Você é um robô?"]) {
      await tell(desk, question);
      expect(desk.said).toMatch(/not a language model|não um modelo de linguagem/);
    }
  });

  it("writes a new brief over the old draft, on the paper as it is", async () => {
    await tell(
      desk,
      "Announce the winter reading club, every Tuesday from 12 January at 17:00 in Room Four.",
    );
    expect(shown()).toContain("winter reading club");
    expect(shown()).not.toContain("harbour lights");
    await tell(desk, "start over: write about our seed swap on 3 March");
    expect(shown()).toContain("seed swap");
    expect(shown()).not.toContain("reading club");
  });

  it("says so when it does not understand, and changes nothing", async () => {
    const before = paper();
    await tell(desk, "make it pop more, you know");
    expect(desk.said).toMatch(/did not understand/);
    expect(paper()).toEqual(before);
  });
});

describe("steps in plain words", () => {
  it.each([
    ["who gets this?", { kind: "lists" }],
    ["quem recebe?", { kind: "lists" }],
    ["choose list VIP", { kind: "audience", everyone: false, list: "VIP" }],
    ["send it to the VIP customers list", { kind: "audience", everyone: false, list: "VIP customers" }],
    ["envie para a lista Sócios", { kind: "audience", everyone: false, list: "Sócios" }],
    ["everyone", { kind: "audience", everyone: true }],
    ["check it", { kind: "check" }],
    ["verifique", { kind: "check" }],
    ["send me a test", { kind: "test", to: null }],
    ["envie-me um teste", { kind: "test" }],
    ["send a test to ana@example.org", { kind: "test", to: "ana@example.org" }],
    ["send it", { kind: "send" }],
    ["Envie", { kind: "send" }],
    ["undo", { kind: "undo" }],
    ["desfazer", { kind: "undo" }],
    ["thanks!", { kind: "thanks" }],
  ])("%s", (words, intent) => {
    expect(readIntent(words, true)).toMatchObject(intent);
  });

  it("takes none of them for a change while there is no draft", () => {
    for (const words of ["send it", "shorter", "undo"]) expect(readIntent(words, false)).toBeNull();
  });
});
