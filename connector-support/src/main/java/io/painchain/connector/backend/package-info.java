/** The backend as a connector sees it: its API, the connector key, and how drafts are posted in batches. */
package io.painchain.connector.backend;
