import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "govuk-frontend";
import { leaveWithoutTrace } from "./exit";
import { sendFormsOnce } from "./forms";
import { offerPasskeys } from "./passkeys";

for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(component);
}

// What belongs to an answer is shown by the style sheet. A browser that cannot is helped by a script, which says so by
// an attribute that a radio button may not have.
if (!CSS.supports("selector(:has(*))")) {
  createAll(Radios);
}

sendFormsOnce();
leaveWithoutTrace();
offerPasskeys();
