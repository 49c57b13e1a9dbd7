import { foldedWords, type Part } from '../clause/part.js';
import { find, isSettled, LIGHT, tags } from '../clause/sense.js';

const WHO = tags('particle', 'self', 'yes', 'ack', 'now', 'member');
const IN_CHARGE = /^(?:phu trach|xu ly|theo doi|trien khai|thuc hien|tham muu|lam|lo|giai quyet)$/;
const PASSES = /^(?:chuyen|giao|chuyen cho|giao cho|chuyen lai)$/;

/** `em chuyển cô Hà phụ trách`: who will see to it. */
export function passedOn(parts: readonly Part[]): Part | undefined {
  const at = parts.findIndex((part) => PASSES.test(foldedWords(part)));
  const who = parts.slice(at + 1).findIndex((part) => IN_CHARGE.test(foldedWords(part)));
  const isPassed =
    at >= 0 &&
    parts.slice(0, at).every((part) => WHO.holds(part)) &&
    find(parts, 'self', 0, at) !== undefined &&
    who > 0 &&
    who < 4;
  const isPerson = isPassed && find(parts, 'you', at + 1, at + 1 + who) !== undefined;
  return isPerson && !isSettled(parts) && parts.slice(at + who + 2).every((part) => LIGHT.holds(part))
    ? parts[at]
    : undefined;
}

const LOOKS = /^(?:xem|xem qua|coi|doc)$/;

/** `giờ cho anh Nhật xem trước`: others read it, which takes nothing. */
export function isShownToOther(parts: readonly Part[]): boolean {
  const look = parts.findIndex((part) => part.tag === 'take' && LOOKS.test(foldedWords(part)));
  const shown = parts.findIndex((part) => /^(?:cho|dua|de)$/.test(foldedWords(part)));
  // `nay de co Lan xem truoc` without marks: cô
  const isOther = (part: Part): boolean => part.tag === 'you' || foldedWords(part) === 'co';
  return shown >= 0 && shown < look && parts.slice(shown, look).some(isOther);
}
