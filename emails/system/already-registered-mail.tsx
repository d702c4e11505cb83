import { Button, Section } from "react-email";
import { MailText, SystemFrame, type SystemFrameProps, sans } from "./system-frame";

type AlreadyRegisteredMailProps = SystemFrameProps & {
  sentence: string;
  button: string;
  url: string;
  notYou: string;
};

/** Sent instead of a code when someone signs up with an address that already has an account. */
export function AlreadyRegisteredMail({
  sentence,
  button,
  url,
  notYou,
  ...frame
}: AlreadyRegisteredMailProps) {
  return (
    <SystemFrame {...frame}>
      <MailText>{sentence}</MailText>
      <Section style={{ margin: "20px 0" }}>
        <Button
          href={url}
          style={{
            padding: "12px 20px",
            borderRadius: 6,
            backgroundColor: "#4f46e5",
            color: "#ffffff",
            fontFamily: sans,
            fontSize: 16,
            fontWeight: 500,
          }}
        >
          {button}
        </Button>
      </Section>
      <MailText isSmall>{notYou}</MailText>
    </SystemFrame>
  );
}
