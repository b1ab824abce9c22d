import type { Change } from '../../platform/change/change';
import { DomainError } from '../../platform/errors';
import { uuidOf } from '../../platform/type-id';
import type { Writer } from '../record/commands.service';
import { Passage } from './passage.entity';
import { sha256 } from './passage.rule';
import { cutsOf } from './passage.service';
import { Source } from './source.entity';
import { textRow } from './source.service';
import { SourceText } from './source-text.entity';

/** Brings the text to a source whose passages are so far known by offsets and hash alone. */
export class SourceTextService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
  ) {}

  /** Holds the text, and every passage shows its quote; or, where a hash does not agree, nothing. Answers with the source's id. */
  attachText(sourceId: string, text: string): Promise<string> {
    const id = uuidOf(sourceId, 'source', 'id');
    const contentHash = sha256(text);
    const command = this.writer.command('attachText', { sourceId, contentHash }, null, 'Text attached');
    return this.change.run(command, async (tx) => {
      await tx.open(id, null, 'AMENDED', 'source');
      const source = await tx.one(Source, id);
      if (!source) throw DomainError.notFound('Source', sourceId);
      if (source.contentHash !== null && source.contentHash !== contentHash)
        throw refusal(
          `is another than was recorded: its SHA-256 is ${contentHash}, that of the source ${source.contentHash}`,
        );
      const [held] = await tx.parts(SourceText, id);
      if (!held) await tx.insert(SourceText, [textRow(tx, source, text)]);
      await tx.update(Source, [Object.assign(source, { contentHash, isHeld: true })]);
      const passages = await tx.parts(Passage, id);
      const cuts = await cutsOf(
        tx,
        passages.map(({ start, end }) => ({ sourceId: id, start, end })),
      );
      const filled = passages.map((passage, index) => {
        const cut = cuts[index];
        if (!cut || passage.end > cut.length || sha256(cut.quote) !== passage.quoteHash)
          throw refusal(`does not hold the passage recorded at ${passage.start} to ${passage.end}`);
        return Object.assign(passage, { quote: cut.quote, prefix: cut.prefix, suffix: cut.suffix });
      });
      await tx.update(Passage, filled);
      return id;
    });
  }
}

function refusal(why: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `text ${why}; nothing was changed`, { field: 'text' });
}
