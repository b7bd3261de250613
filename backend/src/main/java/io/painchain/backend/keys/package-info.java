/** Makes and reads the key files of an installation. Started from the command line; knows no feature. */
package io.painchain.backend.keys;
