// Lists the predicates of core/reading that no text of the tables needs: each is made to answer no in a copy of the
// rules, and every text is read again, in all the ways in which people type it. What changes nothing may go, or wants a
// row of its own. Takes about two minutes: npm run -s unneeded-rules
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { dropMarks } from '../test/harness/marks.js';
import { readReplyExamples } from '../test/harness/reply-examples.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
// Below node_modules, so that the copy finds its packages.
const copy = path.join(root, 'node_modules/.cache/giaoban-rules');

interface Rule {
  name: string;
  at: string;
}
interface Switches {
  off: number;
  said: Uint8Array;
  tell(rule: number, answer: unknown): unknown;
}

function openProgram(): ts.Program {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram([path.join(root, 'core/reading/read-reply.ts')], options);
}

/** The functions of a file that answer yes or no, by their names. */
function findPredicates(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): [string, ts.FunctionLikeDeclaration][] {
  const found: [string, ts.FunctionLikeDeclaration][] = [];
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.body) found.push([statement.name!.text, statement]);
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer && ts.isArrowFunction(initializer)) found.push([name.getText(), initializer]);
  }
  return found.filter(([, one]) => {
    const signature = checker.getSignatureFromDeclaration(one);
    return signature && (checker.getReturnTypeOfSignature(signature).flags & ts.TypeFlags.BooleanLike) !== 0;
  });
}

/** Where the answers of a function stand in its file. */
function findAnswers({ body }: ts.FunctionLikeDeclaration): ts.Node[] {
  if (!ts.isBlock(body!)) return [body!];
  const answers: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) answers.push(node.expression);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(body!, visit);
  return answers;
}

/** Writes the copy, in which each answer can be made a no. */
function writeCopy(): Rule[] {
  const program = openProgram();
  const rules: Rule[] = [];
  rmSync(copy, { recursive: true, force: true });
  for (const file of program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(`${root}/core/`))) {
    const place = path.relative(root, file.fileName);
    const edits: [number, string][] = [];
    for (const [name, predicate] of place.startsWith('core/reading/')
      ? findPredicates(file, program.getTypeChecker())
      : []) {
      const line = file.getLineAndCharacterOfPosition(predicate.getStart()).line + 1;
      for (const answer of findAnswers(predicate))
        edits.push([answer.getStart(), `rules.tell(${rules.length}, (`], [answer.getEnd(), '))']);
      rules.push({ name, at: `${place}:${line}` });
    }
    edits.sort(([a, put], [b]) => b - a || (put === '))' ? 1 : -1));
    const text = edits.reduce((said, [at, put]) => said.slice(0, at) + put + said.slice(at), file.text);
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2022,
        verbatimModuleSyntax: true,
      },
    });
    const written = path.join(copy, place.replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(written), { recursive: true });
    writeFileSync(written, outputText);
  }
  cpSync(path.join(root, 'package.json'), path.join(copy, 'package.json'));
  return rules;
}

/** Every text, and the ways in which it may be typed. */
interface Typed {
  text: string;
  title: string;
  unit: string;
  saidOn: string;
}

function listTexts(): Typed[] {
  return readReplyExamples().flatMap(({ text, title, unit, saidOn }) => [
    { text, title, unit, saidOn },
    { text: dropMarks(text), title, unit, saidOn },
    { text: text.toUpperCase(), title: '', unit, saidOn },
    ...(title === '' ? [] : [{ text, title: '', unit, saidOn }]),
  ]);
}

const rules = writeCopy();
const switches: Switches = {
  off: -1,
  said: new Uint8Array(rules.length),
  tell(rule, answer) {
    if (answer) switches.said[rule] = 1;
    return rule === switches.off && answer ? false : answer;
  },
};
Object.assign(globalThis, { rules: switches });
const { readReply } = (await import(pathToFileURL(path.join(copy, 'core/reading/read-reply.js')).href)) as {
  readReply: (text: string, title: string, unit: string, saidOn: string) => { evidence: unknown };
};
const read = ({ text, title, unit, saidOn }: Typed): string => {
  try {
    return JSON.stringify({ ...readReply(text, title, unit, saidOn), evidence: null });
  } catch {
    return 'a rule that is needed';
  }
};

const texts = listTexts();
const saidIn: number[][] = rules.map(() => []);
const readings = texts.map((text, at) => {
  switches.said.fill(0);
  const reading = read(text);
  rules.forEach((_, rule) => switches.said[rule] === 1 && saidIn[rule]!.push(at));
  return reading;
});
let count = 0;
rules.forEach(({ name, at }, rule) => {
  switches.off = rule;
  if (saidIn[rule]!.some((text) => read(texts[text]!) !== readings[text])) return;
  count += 1;
  process.stdout.write(`${at}  ${name}\n`);
});
process.stdout.write(`${count} of ${rules.length} predicates are needed by none of ${texts.length} texts.\n`);
rmSync(copy, { recursive: true, force: true });
