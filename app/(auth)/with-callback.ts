/** A link between the doors that keeps where the person wanted to go. */
export function withCallback(path: "/login" | "/signup", callbackUrl: string | undefined): string {
  return callbackUrl ? `${path}?${new URLSearchParams({ callbackUrl })}` : path;
}
