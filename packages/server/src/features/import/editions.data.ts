/** How a dataset is cited. */
export interface Edition {
  title: string;
  publisher: string;
  url: string;
  /** Under what terms; null where they were not checked. */
  rights: string | null;
}

const GDELT_RIGHTS = 'Free for any use with citation: The GDELT Project, https://www.gdeltproject.org';

/** The datasets of events and articles, as the sources that they are. */
export const EDITIONS: Readonly<Record<string, Edition>> = {
  gdelt: {
    title: 'GDELT Event Database',
    publisher: 'The GDELT Project',
    url: 'https://www.gdeltproject.org/',
    rights: GDELT_RIGHTS,
  },
  icews: {
    title: 'ICEWS Coded Event Data',
    publisher: 'Harvard Dataverse',
    url: 'https://doi.org/10.7910/DVN/28075',
    rights: null,
  },
};
