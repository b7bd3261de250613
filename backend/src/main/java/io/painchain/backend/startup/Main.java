package io.painchain.backend.startup;

import java.util.List;

import org.eclipse.microprofile.config.ConfigProvider;

import io.painchain.backend.process.Console;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public final class Main {

    // Not private: Quarkus makes it a bean.
    Main() {
    }

    public static void main(String... arguments) {
        try {
            run(List.of(arguments));
        } catch (StartupFailure e) {
            Console.say(e.getMessage());
            System.exit(e.status().code());
        }
    }

    private static void run(List<String> arguments) {
        if (arguments.isEmpty()) {
            new Server(new DatabaseSettings(ConfigProvider.getConfig())).run();
            return;
        }
        Commands commands = new Commands(ConfigProvider.getConfig());
        switch (arguments.get(0)) {
            case "init" -> commands.createKeys();
            case "audit" -> commands.audit(arguments.subList(1, arguments.size()));
            case "backup" -> commands.backup(arguments.subList(1, arguments.size()));
            case "restore" -> commands.restore(arguments.subList(1, arguments.size()));
            case "create-key" -> commands.createKey(arguments.subList(1, arguments.size()));
            case "keyset" -> commands.changeKeyset(arguments.subList(1, arguments.size()));
            case "rehearse" -> new Server(new DatabaseSettings(ConfigProvider.getConfig())).rehearse();
            default -> throw new StartupFailure(ExitStatus.USAGE,
                    "Unknown command %s; there are init, backup FILE, restore FILE [--replace], create-key --role ROLE, audit verify and keyset add|promote|prune."
                            .formatted(arguments.get(0)));
        }
        System.exit(0);
    }
}
