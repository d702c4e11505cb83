import { createServer, type Socket } from "node:net";

// The smallest SMTP server that takes everything and keeps nothing; prints its port, then its count on SIGTERM's way out.
let taken = 0;
const server = createServer((socket: Socket) => {
  let isData = false;
  let tail = "";
  socket.setNoDelay(true);
  socket.write("220 sink ESMTP\r\n");
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    let text = tail + chunk.toString("latin1");
    tail = "";
    let answer = "";
    while (text.length > 0) {
      if (isData) {
        const end = text.indexOf("\r\n.\r\n");
        if (end < 0) {
          tail = text.slice(-4);
          break;
        }
        text = text.slice(end + 5);
        isData = false;
        taken += 1;
        answer += "250 taken\r\n";
        continue;
      }
      const end = text.indexOf("\r\n");
      if (end < 0) {
        tail = text;
        break;
      }
      const verb = text.slice(0, 4).toUpperCase();
      text = text.slice(end + 2);
      if (verb === "EHLO") answer += "250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n";
      else if (verb === "DATA") {
        isData = true;
        answer += "354 go on\r\n";
      } else if (verb === "QUIT") answer += "221 bye\r\n";
      else answer += "250 ok\r\n";
    }
    if (answer) socket.write(answer);
  });
});
server.listen(Number(process.env.SINK_PORT ?? 0), "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : 0 });
});
process.on("message", () => process.send?.({ taken }));
process.on("disconnect", () => process.exit(0));
