/** Until when what was read and agreed, and which events were seen late. */
package io.painchain.connector.ledger;
