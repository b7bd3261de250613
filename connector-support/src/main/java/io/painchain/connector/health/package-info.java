/** Whether the connector lives and is ready, and the paths under which users look for that. */
package io.painchain.connector.health;
