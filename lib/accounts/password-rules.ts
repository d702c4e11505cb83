import { dictionary } from "@zxcvbn-ts/language-common";

export const passwordLength = { min: 10, max: 200 } as const;

/** The message key of what is wrong with a new password, or null. Works offline. */
export function passwordFault(password: string, email: string): string | null {
  const length = [...password].length;
  if (length < passwordLength.min) return "password_short";
  if (length > passwordLength.max) return "password_long";
  const folded = fold(password);
  if (isCommon(folded)) return "password_common";
  const [name = ""] = fold(email).split("@");
  return name.length >= 4 && folded.includes(name) && folded.length - name.length < 6
    ? "password_like_email"
    : null;
}

/** On the list of common passwords (some 49,000, by frequency in breaches), or one of them dressed up. */
function isCommon(password: string): boolean {
  const stripped = password.replace(/^[\d\W_]+|[\d\W_]+$/gu, "");
  const plain = unleet(stripped);
  if ([password, stripped, unleet(password)].some((form) => form.length >= 4 && common().has(form)))
    return true;
  if (new Set(password).size <= 3 || isRun(password)) return true;
  // "password2024!", "w3lcome-w3lcome": what remains beside a common word is too little to guess at.
  const unit = repeatedUnit(password);
  return (
    (common().has(plain) && password.length - plain.length < 6) ||
    (unit !== null && (unit.length < 6 || common().has(unit)))
  );
}

/** `1234567890`, `zyxwvutsrq`, `qwertyuiop` and their parts. */
function isRun(password: string): boolean {
  const rows = [
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  ];
  const backwards = rows.map((row) => [...row].reverse().join(""));
  return [...rows, ...backwards].some((row) => row.includes(password));
}

function repeatedUnit(password: string): string | null {
  const found = (password + password).indexOf(password, 1);
  return found < password.length ? password.slice(0, found) : null;
}

function unleet(text: string): string {
  const letters: Record<string, string> = {
    "0": "o",
    "1": "l",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "@": "a",
    $: "s",
    "!": "i",
  };
  return text.replace(/[013457@$!]/g, (sign) => letters[sign] ?? sign);
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

let known: ReadonlySet<string> | undefined;

function common(): ReadonlySet<string> {
  known ??= new Set(dictionary["passwords-common"]);
  return known;
}
