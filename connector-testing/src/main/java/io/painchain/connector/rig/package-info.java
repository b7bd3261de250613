/** What tests put around a connector: the backend's documented contract in memory, and time that passes when a test says so. */
package io.painchain.connector.rig;
