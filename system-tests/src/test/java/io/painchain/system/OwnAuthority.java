package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of a test's own, made by Java's keytool. */
final class OwnAuthority {

    static final String PASSWORD = "changeit";

    private final Path folder;

    private OwnAuthority(Path folder) {
        this.folder = folder;
    }

    static OwnAuthority in(Path folder) {
        var authority = new OwnAuthority(folder);
        authority.keytool("-genkeypair -alias ca -dname CN=tests -ext bc:c=ca:true -keystore ca.p12");
        authority.keytool("-exportcert -rfc -alias ca -keystore ca.p12 -file ca.pem");
        authority.keytool("-importcert -noprompt -alias ca -file ca.pem -keystore trust.p12");
        return authority;
    }

    /** @return a PKCS#12 file with the key and its chain */
    Path issue(String name) {
        keytool("-genkeypair -alias own -dname CN=" + name + " -keystore " + name + ".p12");
        keytool("-certreq -alias own -keystore " + name + ".p12 -file " + name + ".csr");
        keytool("-gencert -rfc -alias ca -keystore ca.p12 -ext san=dns:localhost,ip:127.0.0.1 -infile " + name
                + ".csr -outfile "
                + name + ".pem");
        keytool("-importcert -noprompt -alias ca -file ca.pem -keystore " + name + ".p12");
        keytool("-importcert -noprompt -alias own -file " + name + ".pem -keystore " + name + ".p12");
        return folder.resolve(name + ".p12");
    }

    Path certificate() {
        return folder.resolve("ca.pem");
    }

    Path trustStore() {
        return folder.resolve("trust.p12");
    }

    /** @param identity a file of {@link #issue}, or {@code null} for a caller without a certificate */
    SSLContext trusting(Path identity) throws GeneralSecurityException, IOException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(trustStore().toFile(), PASSWORD.toCharArray()));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        if (identity != null) {
            keys.init(KeyStore.getInstance(identity.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        }
        var context = SSLContext.getInstance("TLS");
        context.init(identity == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private void keytool(String arguments) {
        var command = new ArrayList<>(List.of(Path.of(PackagedProcess.java()).resolveSibling("keytool").toString()));
        for (var argument : arguments.split(" ")) {
            command.add(argument.matches(".*\\.(p12|pem|csr)") ? folder.resolve(argument).toString() : argument);
        }
        // Each of many runs is over before a better compiler or collector has paid for itself.
        command.addAll(List.of("-storepass", PASSWORD, "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        if (arguments.startsWith("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-validity", "2"));
        }
        try {
            var log = Files.createTempFile(folder, "keytool", ".log");
            try (var tool = PackagedProcess.start(command, Map.of(), log)) {
                assertThat(tool.exitCode()).as(() -> arguments + "\n" + tool.log()).isZero();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
