"use strict";
/* How a letter is sealed: a key for this one letter, agreed on with the practice's (P-256), HKDF, AES-256-GCM. */
const bytesOf = (text) => new TextEncoder().encode(text);
const joined = (...parts) => new Uint8Array(parts.flatMap((part) => [...part]));
const base64 = (bytes) => btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""));
const fromBase64 = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
const hex = (bytes) => Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");

const canSeal = () => Boolean(globalThis.crypto && crypto.subtle && crypto.getRandomValues);

/* The same words of the same sitting have the same number, so that a letter that was sent twice is taken in once. */
async function sendingOf(seed, said) {
  const digest = await crypto.subtle.digest("SHA-256", bytesOf(seed + JSON.stringify(said)));
  return hex(new Uint8Array(digest).slice(0, 16));
}

/* Returns the letter as text, or null where the words do not fit: every letter is equally long. */
async function sealed(letter, words) {
  const plain = bytesOf(JSON.stringify(words));
  if (plain.length > letter.room) return null;
  const padded = new Uint8Array(letter.room).fill(0x20);
  padded.set(plain);
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const practice = fromBase64(letter.key);
  const theirs = await crypto.subtle.importKey("raw", practice, curve, false, []);
  const once = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", once.publicKey));
  const agreed = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, once.privateKey, 256);
  const root = await crypto.subtle.importKey("raw", agreed, "HKDF", false, ["deriveKey"]);
  const info = joined(bytesOf(letter.purpose), point, practice);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  const key = await crypto.subtle.deriveKey(how, root, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const magic = bytesOf(letter.magic);
  const closed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: magic }, key, padded);
  const lines = base64(joined(magic, point, iv, new Uint8Array(closed))).match(/.{1,64}/g);
  return [letter.begin, ...lines, letter.end, ""].join("\n");
}
