import { ChoiceField, ChoicesField } from './ChoiceField.tsx';
import type { ControlProps } from './Field.tsx';
import { GroupField, ListField } from './ListField.tsx';
import { LocalizedField } from './LocalizedField.tsx';
import { TextField, TextsField, YesNoField } from './TextField.tsx';

const draw = (props: ControlProps) => <AnyField key={props.field.name} {...props} />;

/** A field of any type, with the control that form-model.ts chose for it. */
export function AnyField(props: ControlProps) {
  const { control } = props.field;
  switch (control.control) {
    case 'text':
      return <TextField {...props} {...control} />;
    case 'localized':
      return <LocalizedField {...props} {...control} />;
    case 'choice':
      return <ChoiceField {...props} source={control.source} />;
    case 'choices':
      return <ChoicesField {...props} source={control.source} />;
    case 'yes-no':
      return <YesNoField {...props} />;
    case 'texts':
      return <TextsField {...props} input={control.input} />;
    case 'group':
      return <GroupField {...props} fields={control.fields} draw={draw} />;
    case 'list':
      return <ListField {...props} fields={control.fields} draw={draw} />;
    default:
      // What nobody chooses, and what extension-fields.ts has replaced.
      return null;
  }
}
