import { startMailbox } from "./start-mailbox";

// The mailbox as a process of its own: `make start` runs it, and so can anyone.
const host = process.env.HOST || "127.0.0.1";
try {
  const mailbox = await startMailbox({
    host,
    smtpPort: Number(process.env.SMTP_PORT || 1025),
    uiPort: Number(process.env.MAIL_UI_PORT || 1080),
  });
  console.log(`Taking mail at ${mailbox.smtpUrl}, showing it at ${mailbox.uiUrl}`);
  const stop = () => {
    void mailbox.stop().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
} catch (error) {
  console.error(`SMTP_PORT, MAIL_UI_PORT: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
