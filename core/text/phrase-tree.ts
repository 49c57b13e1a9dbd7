import { parseSyllable } from './syllable.js';

/** Where a phrase may go on, and what it stands for when it ends there. */
export interface Node<Tag extends string> {
  tag: Tag | null;
  /** Surely meant only when every word was typed with its marks. */
  strict: boolean;
  /** The groups of the words that phrases go on with: no other word need be looked up. */
  groups: number;
  /** Null where no phrase goes on, which is so for most. */
  exact: Map<string, Node<Tag>> | null;
  loose: Map<string, Node<Tag>[]> | null;
}

/** The nodes one word further: of the word as it is, and of those that look like it without their marks. */
export interface Steps<Tag extends string> {
  exact: Node<Tag> | undefined;
  loose: readonly Node<Tag>[] | undefined;
}

/** A tree with the words and letters that occur in it. */
export interface PhraseTree<Tag extends string> {
  root: Node<Tag>;
  keys: Set<string>;
  folds: Set<string>;
}

/** A tree without phrases. */
export function createTree<Tag extends string>(): PhraseTree<Tag> {
  return { root: createNode(), keys: new Set(), folds: new Set() };
}

function createNode<Tag extends string>(): Node<Tag> {
  return { tag: null, strict: false, groups: 0, exact: null, loose: null };
}

/** Adds a phrase; one that starts with `!` is a guess where it is typed without its marks. */
export function addPhrase<Tag extends string>(tree: PhraseTree<Tag>, phrase: string, tag: Tag): void {
  const strict = phrase.startsWith('!');
  let node = tree.root;
  for (const word of phrase.slice(strict ? 1 : 0).split(' ')) {
    const { fold, marks, key, group } = parseSyllable(word);
    tree.keys.add(key);
    tree.folds.add(fold);
    node.groups |= group;
    node.exact ??= new Map();
    let next = node.exact.get(key);
    if (!next) {
      next = createNode();
      node.exact.set(key, next);
    }
    if (marks) {
      node.loose ??= new Map();
      const loose = node.loose.get(fold) ?? [];
      if (!loose.includes(next)) node.loose.set(fold, [...loose, next]);
    }
    node = next;
  }
  if (node.tag === null) Object.assign(node, { tag, strict });
}
