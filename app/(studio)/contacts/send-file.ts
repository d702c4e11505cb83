/** Sends a file with its progress; `fetch` cannot tell how much has gone. Rejects when the connection fails, resolves with the status otherwise. */
export function sendFile(
  file: File,
  target: { path: string; method: string; headers: Record<string, string> },
  { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(target.method, target.path);
    for (const [name, value] of Object.entries(target.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => resolve({ status: request.status });
    request.onerror = () => reject(new Error("the connection failed"));
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
