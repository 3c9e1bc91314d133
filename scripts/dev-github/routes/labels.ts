import { shownLabel, shownLabels } from '../shown/issue.ts';
import { addLabel, type Label, nextId, removeLabel } from '../state.ts';
import { type Call, issueOf, namesIn, page, Refusal, type Routes } from './route.ts';

export const labelRoutes: Routes = {
  'issues/list-labels-for-repo': (call) =>
    page(
      call,
      call.state.labels.map((label) => shownLabel(call.state, call.addresses, label)),
    ),
  'issues/create-label': (call) => {
    const { state, addresses, body } = call;
    const name = String(body['name']);
    if (state.labels.some((label) => label.name.toLowerCase() === name.toLowerCase()))
      throw new Refusal(422, 'Validation Failed', [{ resource: 'Label', code: 'already_exists', field: 'name' }]);
    const description = String(body['description'] ?? '');
    if ([...description].length > 100)
      throw new Refusal(422, 'Validation Failed', [
        {
          resource: 'Label',
          code: 'custom',
          field: 'description',
          message: 'description is too long (maximum is 100 characters)',
        },
      ]);
    const label: Label = { id: nextId(state), name, color: String(body['color'] ?? 'ededed'), description };
    state.labels.push(label);
    return { status: 201, body: shownLabel(state, addresses, label) };
  },
  'issues/list-labels-on-issue': (call) => page(call, labelsOf(call)),
  'issues/add-labels': (call) => {
    for (const name of namesIn(call.body['labels'])) addLabel(call.state, issueOf(call), name, call.actor);
    return { status: 200, body: labelsOf(call) };
  },
  'issues/remove-label': (call) => {
    if (!removeLabel(call.state, issueOf(call), call.path['name'] ?? '', call.actor))
      throw new Refusal(404, 'Label does not exist');
    return { status: 200, body: labelsOf(call) };
  },
};

function labelsOf(call: Call): Record<string, unknown>[] {
  return shownLabels(call.state, call.addresses, issueOf(call).labels);
}
