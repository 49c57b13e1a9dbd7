import { describe, expect, test } from 'vitest';
import { cleanFileName } from './file-name.js';
import { sniffFile, type FileKind } from './sniff.js';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('a file is what its first bytes say', () => {
  test.each<[string, FileKind | null]>([
    ['\xff\xd8\xff\xe0', 'jpeg'],
    ['\x89PNG\r\n\x1a\n', 'png'],
    ['%PDF-1.7', 'pdf'],
    ['PK\x03\x04', 'zip'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
    ['<!doctype html>', null],
    ['<svg xmlns="http://www.w3.org/2000/svg">', null],
    ['MZ\x90\x00', null],
    ['', null],
    ['\xff\xd8', null],
  ])('%j: %s', (text, kind) => expect(sniffFile(bytes(text))).toBe(kind));
});

describe('a file’s name is harmless and its ending true', () => {
  test.each<[string, FileKind, string]>([
    ['Kế hoạch tuần 48.docx', 'zip', 'Kế hoạch tuần 48.docx'],
    ['anh.JPG', 'jpeg', 'anh.jpg'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\a\\bao cao.pdf', 'pdf', 'bao cao.pdf'],
    ['page.html', 'pdf', 'page.html.pdf'],
    ['a"; filename="b.exe', 'zip', 'a filename=b.exe.zip'],
    ['x\u202egpj.exe', 'png', 'xgpj.exe.png'],
    ['a\r\nSet-Cookie: b.png', 'png', 'aSet-Cookie b.png'],
    ['...', 'png', 'file.png'],
    [`${'a'.repeat(300)}.pdf`, 'pdf', `${'a'.repeat(80)}.pdf`],
    [`${'a'.repeat(79)}📄📄.pdf`, 'pdf', `${'a'.repeat(79)}📄.pdf`],
    ['nửa\ud83d dấu.pdf', 'pdf', 'nửa dấu.pdf'],
  ])('%j', (name, kind, expected) => expect(cleanFileName(name, kind)).toBe(expected));
});
