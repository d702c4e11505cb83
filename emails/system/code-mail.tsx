import { Section } from "react-email";
import { MailText, mailColours, SystemFrame, type SystemFrameProps } from "./system-frame";

type CodeMailProps = SystemFrameProps & { code: string; sentence: string; validity: string; notYou: string };

/** A code to type or paste: large, on one line, selected with one double click. */
export function CodeMail({ code, sentence, validity, notYou, ...frame }: CodeMailProps) {
  return (
    <SystemFrame {...frame}>
      <MailText>{sentence}</MailText>
      <Section style={{ margin: "20px 0" }}>
        <div
          className="m-code"
          style={{
            padding: "16px 0 16px 8px",
            borderRadius: 6,
            backgroundColor: "#eef0ff",
            color: mailColours.ink,
            fontFamily: "'Geist Mono', Menlo, Consolas, monospace",
            fontSize: 34,
            lineHeight: "40px",
            letterSpacing: 8,
            textAlign: "center",
          }}
        >
          {code}
        </div>
      </Section>
      <MailText isSmall>{validity}</MailText>
      <MailText isSmall>{notYou}</MailText>
    </SystemFrame>
  );
}
