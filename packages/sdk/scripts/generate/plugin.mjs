// Our codegen plugin: asked for one file at a time, it writes what the model says belongs there.
import { documentFile } from './documents.mjs';
import { fragmentFile, namespaceFile, resourceFile } from './operations.mjs';

export const plugin = (_schema, _documents, { model, file }) => {
  if (file === 'documents') return documentFile(model);
  if (file === 'fragments') return fragmentFile(model);
  if (file === 'namespaces') return namespaceFile(model);
  return resourceFile(
    model,
    model.resources.find((resource) => `resources/${resource.file}` === file),
  );
};
