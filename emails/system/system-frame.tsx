import type { ReactNode } from "react";
import { Body, Container, Head, Hr, Html, Preview, Text } from "react-email";

/** Colours stand here as values: a mail program knows no tokens. They are those of app/globals.css in light and dark. */
export const mailColours = {
  ink: "#1e1b4b",
  soft: "#57547c",
  line: "#dddcec",
  ground: "#f7f7fe",
  surface: "#ffffff",
};

const serif = "Newsreader, Georgia, 'Times New Roman', serif";
export const sans = "Inter, 'Helvetica Neue', Arial, sans-serif";

const darkStyles = `
  @media (prefers-color-scheme: dark) {
    .m-ground, .m-ground > table > tbody > tr > td { background-color: #14122e !important; }
    .m-surface { background-color: #1e1b41 !important; border-color: #38356a !important; }
    .m-ink { color: #eef0ff !important; }
    .m-soft { color: #b9b8d8 !important; }
    .m-code { background-color: #2a2758 !important; color: #ffffff !important; }
    .m-line { border-color: #38356a !important; }
  }`;

export type SystemFrameProps = { lang: "en" | "pt"; preview: string; title: string; why: string };

/** One column, plain, the same with and without images: every mail that Galley itself writes stands in it. */
export function SystemFrame({
  lang,
  preview,
  title,
  why,
  children,
}: SystemFrameProps & { children: ReactNode }) {
  return (
    <Html lang={lang}>
      <Head>
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        lang={lang}
        className="m-ground"
        style={{ margin: 0, padding: "32px 12px", backgroundColor: mailColours.ground, fontFamily: sans }}
      >
        <Container
          className="m-surface"
          style={{
            maxWidth: 480,
            padding: "28px 32px 24px",
            backgroundColor: mailColours.surface,
            border: `1px solid ${mailColours.line}`,
            borderRadius: 10,
          }}
        >
          <Text
            className="m-ink"
            style={{ margin: 0, fontFamily: serif, fontSize: 20, lineHeight: "24px", color: mailColours.ink }}
          >
            Galley
          </Text>
          <h1
            className="m-ink"
            style={{
              margin: "28px 0 0",
              fontFamily: serif,
              fontWeight: 500,
              fontSize: 25,
              lineHeight: "30px",
              color: mailColours.ink,
            }}
          >
            {title}
          </h1>
          {children}
          <Hr className="m-line" style={{ margin: "28px 0 16px", borderColor: mailColours.line }} />
          <MailText isSmall>{why}</MailText>
        </Container>
      </Body>
    </Html>
  );
}

export function MailText({ isSmall = false, children }: { isSmall?: boolean; children: ReactNode }) {
  return (
    <Text
      className={isSmall ? "m-soft" : "m-ink"}
      style={{
        margin: isSmall ? "0" : "12px 0 0",
        fontSize: isSmall ? 13 : 16,
        lineHeight: isSmall ? "20px" : "24px",
        color: isSmall ? mailColours.soft : mailColours.ink,
      }}
    >
      {children}
    </Text>
  );
}
