/**
 * What is read of a record beside what its list shows, and what of it is still to be asked for: a detail that fails holds back
 * nothing else. Knows providers only by how they refuse.
 */
package io.painchain.connector.detail;
