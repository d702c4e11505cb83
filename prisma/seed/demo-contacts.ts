import type { Viewer } from "@/lib/accounts/viewer";
import { foldText } from "@/lib/contacts/contact-rules";
import { createList } from "@/lib/contacts/create-list";
import { db } from "@/lib/platform/db";
import type { ContactStatus } from "@/lib/platform/generated/prisma/enums";
import { newId } from "@/lib/platform/ids";
import { contactRow } from "./contact";

/** Invented people; each line is of one part of the world, with a city they live in. */
const people: Record<string, string> = {
  Lisbon:
    "Inês Carvalho, Duarte Figueiredo, Matilde Antunes, Tomás Seabra, Leonor Pacheco, Afonso Brandão, Beatriz Quintela, Rui Valadares, Carolina Meireles, Simão Barroso",
  "São Paulo":
    "João Conceição, Luana Ferraz, Thiago Assunção, Jéssica Prado, Caetano Moura, Iara Sampaio, Rafael Guimarães, Dandara Nogueira, Otávio Leme, Yasmin Cardoso",
  Bristol:
    "Imogen Hartley, Alfie Pemberton, Saoirse Doyle, Rhys Llewellyn, Eilidh MacRae, Callum Ashworth, Freya Whitcombe, Ewan Sinclair, Niamh Gallagher, Toby Fairfax",
  Lagos:
    "Chidinma Okonkwo, Tunde Adeyemi, Folake Balogun, Emeka Nwosu, Zainab Bello, Obinna Eze, Yetunde Olawale, Ifeanyi Umeh, Halima Danjuma, Kelechi Obi",
  Kyoto:
    "Haruka Nishimura, Kenji Morimoto, Aoi Takeda, Sōta Kurosawa, Yuki Hasegawa, Rin Fujioka, Daichi Okabe, Mio Shirasaki, Naoki Ueno, Sakura Yamane",
  Kraków:
    "Łukasz Wójcik, Zofia Dąbrowska, Paweł Żuławski, Agnieszka Świątek, Michał Krawiec, Hanna Gołąb, Bartosz Sęk, Kinga Błaszczyk, Tadeusz Pęczak, Ola Rzepka",
  Copenhagen:
    "Søren Mikkelsen, Astrid Ødegård, Frederik Skov, Maja Lindqvist, Åse Nygaard, Mikkel Brøgger, Ingrid Bækgaard, Jonas Thorup, Liv Sandø, Karl Høyer",
  Istanbul:
    "Elif Yıldırım, Emre Çetinkaya, Zeynep Aydoğan, Kerem Şahin, Defne Özgür, Barış Güneş, Selin Koçak, Tuğçe Işık, Onur Demirtaş, Ayşe Kılınç",
  Mumbai:
    "Ananya Kulkarni, Rohan Deshpande, Priya Venkatesan, Arjun Mehra, Kavya Iyer, Imran Shaikh, Meera Joshi, Vikram Rathore, Nisha Pillai, Farah Contractor",
  Hanoi:
    "Nguyễn Minh Anh, Trần Quốc Bảo, Lê Thu Hà, Phạm Gia Huy, Vũ Khánh Linh, Đỗ Hải Nam, Bùi Phương Thảo, Hoàng Đức Trí, Ngô Bảo Ngọc, Đặng Tuấn Kiệt",
  "Mexico City":
    "Ximena Arriaga, Rodrigo Zepeda, Itzel Cuevas, Emiliano Treviño, Renata Ibáñez, Joaquín Montoya, Citlali Robles, Andrés Villaseñor, Paloma Escobedo, Mateo Urrutia",
  Cairo:
    "Nour El-Sayed, Karim Abdelrahman, Yasmine Fahmy, Omar Shenouda, Salma Hegazy, Tarek Mansour, Dina Wassef, Hassan Lotfy, Mariam Girgis, Ziad Hamdy",
  Lyon: "Éloïse Chastel, Théo Marchand, Capucine Delorme, Bastien Roussel, Zoé Lemaître, Gaël Bonnefoy, Manon Perrault, Cédric Aubert, Anaïs Vasseur, Noé Garrigue",
  Seoul:
    "Seo-yeon Baek, Min-jun Hwang, Ji-woo Noh, Ha-eun Seong, Do-yun Cho, Su-bin Gwak, Eun-ji Ryu, Tae-hyun Moon, Na-ri Yoon, Jae-won Im",
  Nairobi:
    "Wanjiru Kamau, Otieno Odhiambo, Achieng Were, Kiprono Cheruiyot, Njeri Mwangi, Baraka Mutua, Zawadi Kilonzo, Juma Barasa, Makena Gitonga, Amani Wekesa",
  Berlin:
    "Jürgen Häußler, Frieda Köster, Matthias Größer, Lene Vogt, Björn Rademacher, Käthe Löwenthal, Till Schönfeld, Annika Brüning, Malte Jäger, Swantje Petersen",
  Tbilisi:
    "Nino Kapanadze, Giorgi Beridze, Tamar Lomidze, Levan Gelashvili, Ana Tsereteli, Irakli Chkheidze, Mariam Japaridze, Zurab Kvaratskhelia, Ketevan Dolidze, Luka Maisuradze",
  Toronto:
    "Maya Thibodeau, Desmond Clarke, Priscilla Wong, Ethan Kowalchuk, Simone Baptiste, Noah Rosenthal, Leila Haghighi, Marcus Achebe, Grace Oyelaran, Julian Castellano",
  Jakarta:
    "Dewi Lestari, Bayu Pratama, Siti Rahmawati, Agus Wijaya, Putri Anggraini, Rizky Hidayat, Ratna Kusuma, Fajar Nugroho, Indah Permata, Hendra Saputra",
  Athens:
    "Eleni Papadaki, Nikos Stavrou, Danae Karagianni, Petros Vlachos, Ioanna Markou, Stelios Zervas, Katerina Floros, Yannis Mavridis, Despina Rallis, Thanos Gekas",
};

const lists = ["Letter readers", "Press friends", "Workshop guests"] as const;
const tagNames = ["Letterpress", "Bookbinding", "Bookshop", "Press", "Early reader"] as const;
const dayMs = 86_400_000;

/**
 * Two hundred believable readers on three lists, some tagged, a few who unsubscribed, bounced or never confirmed, over the last year.
 * Does nothing when the workspace has contacts.
 */
export async function seedDemoContacts(owner: Viewer): Promise<void> {
  const { workspaceId } = owner;
  if ((await db().contact.count({ where: { workspaceId } })) > 0) return;
  const rows = demoRows(workspaceId);
  await db().contact.createMany({ data: rows });
  await db().consentRecord.createMany({
    data: rows
      .filter((row) => row.status !== "pending")
      .map((row, n) => ({
        workspaceId,
        contactId: row.id,
        kind: "email",
        action: "granted",
        source: n % 3 === 0 ? "imported" : n % 3 === 1 ? "form" : "manual",
        at: row.createdAt as Date,
      })),
  });
  await markRows(
    owner,
    rows.map((row) => row.id),
  );
  await endSome(workspaceId, rows);
}

type Row = ReturnType<typeof contactRow>;

function demoRows(workspaceId: string): Row[] {
  const everyone = Object.entries(people).flatMap(([city, names]) =>
    names.split(", ").map((name) => ({ city, name })),
  );
  const start = Date.now() - 360 * dayMs;
  return everyone.map((_, n) => {
    // A stride that is prime to 200 mixes the places over the year.
    const { city, name } = everyone[(n * 37) % everyone.length] ?? { city: "", name: "" };
    const [firstName = "", ...rest] = name.split(" ");
    const lastName = rest.join(" ");
    return contactRow(workspaceId, {
      email: `${slug(firstName)}.${slug(lastName)}@example.${n % 3 === 2 ? "org" : "com"}`,
      firstName,
      lastName,
      fields: { city, ...(n % 7 === 0 ? { company: companies[n % companies.length] ?? "" } : {}) },
      status: statusOf(n),
      createdAt: new Date(start + n * 1.75 * dayMs + ((n * 7_919) % 600) * 60_000),
    });
  });
}

const companies = ["Quay Street Books", "Atelier Nord", "Papelaria Central", "Kiln & Type", "The Slow Press"];

function statusOf(n: number): ContactStatus {
  if (n % 29 === 11) return "unsubscribed";
  if (n % 47 === 20) return "bounced";
  if (n === 133) return "complained";
  if (n > 194) return "pending";
  return "subscribed";
}

function slug(text: string): string {
  return foldText(text).replace(/[^a-z0-9]+/g, "");
}

/** Nearly everyone reads the letter; the other lists are smaller and overlap. */
async function markRows(owner: Viewer, ids: readonly string[]): Promise<void> {
  const { workspaceId } = owner;
  const onList = [(n: number) => n % 10 !== 9, (n: number) => n % 5 === 2, (n: number) => n % 4 === 1];
  for (const [at, name] of lists.entries()) {
    const { id: listId } = await createList(owner, { name });
    const members = ids.filter((_, n) => onList[at]?.(n));
    await db().listMember.createMany({
      data: members.map((contactId) => ({ workspaceId, listId, contactId })),
    });
  }
  for (const [at, name] of tagNames.entries()) {
    const tagId = newId();
    await db().tag.create({ data: { id: tagId, workspaceId, name, nameFolded: foldText(name) } });
    const tagged = ids.filter((_, n) => (n * 13) % 11 === at || (at === 4 && n < 24));
    await db().contactTag.createMany({
      data: tagged.map((contactId) => ({ workspaceId, tagId, contactId })),
    });
  }
}

/** What belongs to a "no" and to a bounce, some weeks after they came. */
async function endSome(workspaceId: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const { status } = row;
    if (status !== "unsubscribed" && status !== "bounced" && status !== "complained") continue;
    const at = new Date(Math.min(Date.now() - dayMs, (row.createdAt as Date).getTime() + 40 * dayMs));
    await db().contact.update({ where: { id: row.id }, data: { statusChangedAt: at } });
    await db().suppression.create({
      data: { workspaceId, emailHash: row.emailHash, reason: status, createdAt: at },
    });
    if (status === "bounced") continue;
    await db().consentRecord.create({
      data: {
        workspaceId,
        contactId: row.id,
        kind: "email",
        action: "withdrawn",
        source: status === "complained" ? "complaint" : "unsubscribe_link",
        at,
      },
    });
  }
}
