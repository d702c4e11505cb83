/** What stands under every newsletter, in its own language. */
export const footerWords = {
  en: {
    why: (workspace: string) => `You are receiving this because you are on the mailing list of ${workspace}.`,
    unsubscribe: "Unsubscribe",
    preferences: "Choose what you receive",
    webView: "Read in the browser",
  },
  pt: {
    why: (workspace: string) => `Você recebe este e-mail porque está na lista de ${workspace}.`,
    unsubscribe: "Cancelar inscrição",
    preferences: "Escolher o que receber",
    webView: "Ler no navegador",
  },
} as const;

export const networkNames = {
  website: { en: "Website", pt: "Site" },
  instagram: "Instagram",
  linkedin: "LinkedIn",
  facebook: "Facebook",
  x: "X",
  mastodon: "Mastodon",
  bluesky: "Bluesky",
  youtube: "YouTube",
  github: "GitHub",
} as const;

/** A network as people call it. */
export function networkName(network: keyof typeof networkNames, language: "en" | "pt"): string {
  const name = networkNames[network];
  return typeof name === "string" ? name : name[language];
}
