"use client";

import "./globals.css";

/*
 * Stands when the root layout itself has failed, so nothing it provides can be counted on: no fonts, no texts. The words
 * are here in both languages, chosen by the browser's.
 */
const words = {
  en: {
    title: "Galley could not start this page",
    body: "What you had saved is safe. Reload the page; if it happens again, tell us the reference number.",
    reload: "Reload",
    reference: "Reference",
  },
  pt: {
    title: "O Galley não conseguiu abrir esta página",
    body: "O que você salvou está seguro. Recarregue a página; se acontecer outra vez, informe o número de referência.",
    reload: "Recarregar",
    reference: "Referência",
  },
} as const;

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const language = typeof navigator !== "undefined" && navigator.language.startsWith("pt") ? "pt" : "en";
  const text = words[language];
  return (
    <html lang={language}>
      <body>
        <title>{text.title}</title>
        <main className="grid min-h-dvh place-items-center px-6 text-center">
          <div className="grid max-w-[460px] justify-items-center gap-3">
            <h1 className="headline text-xl">{text.title}</h1>
            <p className="text-base text-ink-soft">{text.body}</p>
            {error.digest && (
              <code className="text-ink-faint text-sm">
                {text.reference} {error.digest}
              </code>
            )}
            <button
              type="button"
              onClick={() => window.location.reload()}
              className="mt-2 h-11 rounded-control bg-accent px-5 font-medium text-on-accent"
            >
              {text.reload}
            </button>
          </div>
        </main>
      </body>
    </html>
  );
}
