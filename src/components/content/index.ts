import Accordion from './Accordion.astro';
import Callout from './Callout.astro';
import Diagram from './Diagram.astro';
import Fact from './Fact.astro';
import Figure from './Figure.astro';
import Platform from './Platform.astro';
import PlatformTabs from './PlatformTabs.astro';
import Steps from './Steps.astro';
import Term from './Term.astro';
import WhoCanFix from './WhoCanFix.astro';

/** What writers may use in MDX without importing it. */
export const contentComponents = { Accordion, Callout, Diagram, Fact, Figure, Platform, PlatformTabs, Steps, Term, WhoCanFix };
