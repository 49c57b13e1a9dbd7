import { access, constants, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder of the built-in database, with those above it, and sees that we may write there. Throws a sentence for
 * the operator.
 */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  try {
    await makeWithParents(folder, mode);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const fault = ['EEXIST', 'ENOTDIR'].includes(code)
      ? 'is no folder or lies in none'
      : `cannot be made or written (${code})`;
    throw new Error(
      `the data folder ${folder} ${fault}: set DATA_DIR to a folder in which Giaoban may write.`,
      {
        cause: error,
      },
    );
  }
}

/** Node's own `recursive` tries without end where a folder is refused as if the one above it were missing, as in /proc. */
async function makeWithParents(folder: string, mode?: number): Promise<void> {
  if (await isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) await makeWithParents(parent, mode);
  await mkdir(folder, { mode }).catch(async (error: unknown) => {
    if (!(await isFolder(folder))) throw error; // another process may have made it meanwhile
  });
}

const isFolder = (folder: string) =>
  stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
