/** The crawl of one repository: what is due, what follows from a probe or a read, and how it is stored. */
package io.painchain.connector.crawl;
