/** A connection of the owner of the tables, that keeps what it prepared. */
export interface OwnConnection {
  // biome-ignore lint/suspicious/noExplicitAny: rows are what each statement says.
  query(statement: { name?: string; text: string; values?: unknown[] }): Promise<{ rows: any[] }>;
}

/** Everything that `work` reads is of one state of the database, and all that it writes stands or nothing. */
export async function inOneState<R>(db: OwnConnection, work: () => Promise<R>): Promise<R> {
  await db.query({ text: 'BEGIN ISOLATION LEVEL REPEATABLE READ' });
  try {
    const answer = await work();
    await db.query({ text: 'COMMIT' });
    return answer;
  } catch (error) {
    await db.query({ text: 'ROLLBACK' }).catch(() => undefined);
    throw error;
  }
}
